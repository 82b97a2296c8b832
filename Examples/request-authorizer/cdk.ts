import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'RequestAuthorizer');

const handler = new lambda.Function(stack, 'MyAuthorizerFunction', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'index.handler',
  code: lambda.Code.fromAsset('handler'),
});
const authorizer = new apigateway.RequestAuthorizer(stack, 'MyAuthorizer', {
  handler,
  identitySources: [
    apigateway.IdentitySource.header('Authorization'),
    apigateway.IdentitySource.queryString('allow'),
  ],
});

const api = new apigateway.RestApi(stack, 'MyRestApi');
api.root.addMethod('ANY', new apigateway.MockIntegration({
  passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  integrationResponses: [{ statusCode: '200' }],
}), {
  authorizer,
  methodResponses: [{ statusCode: '200' }],
});
