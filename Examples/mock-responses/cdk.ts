import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const stack = new Stack(new App(), 'Answers', { description: 'Answers without a backend' });
const api = new apigateway.RestApi(stack, 'Answers', { endpointTypes: [apigateway.EndpointType.REGIONAL] });

const mock = (
  resource: apigateway.IResource, verb: string, statusCode: string, headers: { [name: string]: string } = {}, body = '',
) => resource.addMethod(verb, new apigateway.MockIntegration({
  requestTemplates: { 'application/json': `{"statusCode":${statusCode}}` },
  integrationResponses: [{
    statusCode,
    responseParameters: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`])),
    responseTemplates: body ? { [headers['Content-Type'] ?? 'application/json']: body } : undefined,
  }],
}), {
  methodResponses: [{
    statusCode,
    responseParameters: Object.fromEntries(Object.keys(headers).map((name) => [`method.response.header.${name}`, true])),
  }],
});

mock(api.root.addResource('health'), 'GET', '200', { 'Cache-Control': 'no-store' }, '{"status":"ok"}');
mock(api.root.addResource('old'), 'ANY', '308', { Location: 'https://example.com/new' });
mock(api.root.addResource('robots.txt'), 'GET', '200', { 'Content-Type': 'text/plain' }, 'User-agent: *\nDisallow: /\n');
const item = api.root.addResource('items').addResource('{id}');
mock(item, 'DELETE', '204');
item.addMethod('GET', new apigateway.MockIntegration({
  requestTemplates: {
    'application/json': `#set($state = $input.params('state'))
#if($state == 'missing')
{ "statusCode": 404 }
#elseif($state == 'broken')
{ "statusCode": 503 }
#else
{ "statusCode": 200 }
#end
`,
  },
  integrationResponses: [
    { statusCode: '200', responseTemplates: { 'application/json': '{"name":"A first item","price":12.5}' } },
    {
      statusCode: '404',
      selectionPattern: '404',
      responseTemplates: { 'application/json': '{"message":"no such item"}' },
    },
    {
      statusCode: '503',
      selectionPattern: '5\\d{2}',
      responseParameters: { 'method.response.header.Retry-After': "'30'" },
      responseTemplates: { 'application/json': '{"message":"try again later"}' },
    },
  ],
}), {
  requestParameters: { 'method.request.path.id': true, 'method.request.querystring.state': false },
  methodResponses: [
    { statusCode: '200' },
    { statusCode: '404' },
    { statusCode: '503', responseParameters: { 'method.response.header.Retry-After': true } },
  ],
});
