import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Shop', { description: 'Orders, by two Lambda functions' });

const shared = {
  runtime: lambda.Runtime.PYTHON_3_13,
  code: lambda.Code.fromAsset('handlers'),
  timeout: Duration.seconds(10),
  memorySize: 256,
};
const orders = new lambda.Function(stack, 'orders', {
  ...shared,
  handler: 'orders.handler',
  description: 'Lists, reads and takes orders',
  environment: { LOG_LEVEL: 'info' },
});
const prices = new lambda.Function(stack, 'prices', {
  ...shared,
  handler: 'prices.handler',
  description: 'Works out what an order costs',
  timeout: Duration.seconds(4),
});

const variables = { currency: 'EUR' };
const api = new apigateway.RestApi(stack, 'Shop', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultIntegration: new apigateway.LambdaIntegration(orders),
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
  cloudWatchRole: true,
  deployOptions: { stageName: 'test', variables },
});
new apigateway.Stage(stack, 'live', {
  deployment: api.latestDeployment!,
  stageName: 'live',
  variables,
  loggingLevel: apigateway.MethodLoggingLevel.ERROR,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 200,
  methodOptions: { '/orders/POST': { throttlingRateLimit: 20, throttlingBurstLimit: 40 } },
});
// A function's permissions are for the API's own stage alone: a further one needs its own.
for (const fn of [orders, prices]) {
  fn.addPermission('live', {
    principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: api.arnForExecuteApi('*', '/*', 'live'),
  });
}
const requestValidator = api.addRequestValidator('parameters', { validateRequestParameters: true });

const list = api.root.addResource('orders');
list.addMethod('GET', undefined, {
  operationName: 'listOrders',
  requestValidator,
  requestParameters: { 'method.request.querystring.page': true, 'method.request.querystring.size': false },
});
list.addMethod('POST', undefined, { operationName: 'addOrder' });
const order = list.addResource('{id}');
order.addMethod('GET');
order.addMethod('DELETE');

api.root.addResource('prices').addResource('{product}').addMethod('GET', new apigateway.LambdaIntegration(prices, {
  proxy: false,
  passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
  timeout: Duration.seconds(5),
  allowTestInvoke: false,
  requestTemplates: {
    'application/json': `{
  "product": "$util.escapeJavaScript($input.params('product')).replaceAll("\\\\'", "'")",
  "count": "$util.escapeJavaScript($input.params('count')).replaceAll("\\\\'", "'")",
  "currency": "$stageVariables.currency"
}
`,
  },
  integrationResponses: [
    { statusCode: '200', responseParameters: { 'method.response.header.Cache-Control': "'max-age=60'" } },
    {
      statusCode: '404',
      selectionPattern: '.*no such product.*',
      responseTemplates: { 'application/json': '{"message":"no such product"}' },
    },
    {
      statusCode: '500',
      selectionPattern: '(?s)(?!.*no such product).+',
      responseTemplates: { 'application/json': '{"message":"the price could not be worked out"}' },
    },
  ],
}), {
  operationName: 'price',
  requestValidator,
  requestParameters: { 'method.request.path.product': true, 'method.request.querystring.count': true },
  methodResponses: [
    { statusCode: '200', responseParameters: { 'method.response.header.Cache-Control': true } },
    { statusCode: '404' },
    { statusCode: '500' },
  ],
});
api.root.addResource('health').addMethod('GET', new apigateway.MockIntegration({
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '{"status":"ok"}' } }],
}), { authorizationType: apigateway.AuthorizationType.NONE, methodResponses: [{ statusCode: '200' }] });
