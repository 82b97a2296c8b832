import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Reports', { description: 'Reports for many tenants' });

const pool = new cognito.UserPool(stack, 'Pool', { selfSignUpEnabled: false });
const read = new cognito.ResourceServerScope({ scopeName: 'read', scopeDescription: 'see reports' });
const write = new cognito.ResourceServerScope({ scopeName: 'write', scopeDescription: 'make and delete reports' });
const server = pool.addResourceServer('Scopes', { identifier: 'reports', scopes: [read, write] });
pool.addClient('Client', {
  generateSecret: true,
  oAuth: {
    flows: { clientCredentials: true },
    scopes: [cognito.OAuthScope.resourceServer(server, read), cognito.OAuthScope.resourceServer(server, write)],
  },
});

const handler = new lambda.Function(stack, 'reports', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'reports.handler',
  code: lambda.Code.fromAsset('handlers'),
  timeout: Duration.seconds(10),
});
const api = new apigateway.RestApi(stack, 'Reports', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultIntegration: new apigateway.LambdaIntegration(handler),
  defaultMethodOptions: {
    authorizer: new apigateway.CognitoUserPoolsAuthorizer(stack, 'Users', {
      cognitoUserPools: [pool],
      resultsCacheTtl: Duration.minutes(5),
    }),
    authorizationScopes: ['reports/read'],
    apiKeyRequired: true,
  },
  deployOptions: { stageName: 'live', throttlingRateLimit: 200, throttlingBurstLimit: 400, metricsEnabled: true },
});
api.addGatewayResponse('QuotaExceeded', {
  type: apigateway.ResponseType.QUOTA_EXCEEDED,
  responseHeaders: { 'Retry-After': "'86400'" },
  templates: { 'application/json': '{"message":"this month\'s reports are used up"}' },
});

const writing = { authorizationScopes: ['reports/write'] };
const reports = api.root.addResource('reports');
reports.addMethod('GET');
const make = reports.addMethod('POST', undefined, writing);
const report = reports.addResource('{id}');
report.addMethod('GET');
report.addMethod('DELETE', undefined, writing);
api.root.addResource('health').addMethod(
  'GET',
  new apigateway.MockIntegration({
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '{"status":"ok"}' } }],
  }),
  {
    authorizationType: apigateway.AuthorizationType.NONE,
    authorizer: undefined,
    authorizationScopes: [],
    apiKeyRequired: false,
    methodResponses: [{ statusCode: '200' }],
  },
);

const bronze = api.addUsagePlan('Bronze', {
  description: 'A hundred reports a month',
  throttle: { rateLimit: 2, burstLimit: 5 },
  quota: { limit: 100, period: apigateway.Period.MONTH },
  apiStages: [{
    stage: api.deploymentStage,
    throttle: [{ method: make, throttle: { rateLimit: 0.5, burstLimit: 1 } }],
  }],
});
const gold = api.addUsagePlan('Gold', {
  description: 'As many as they want',
  throttle: { rateLimit: 50, burstLimit: 100 },
  apiStages: [{ stage: api.deploymentStage }],
});
bronze.addApiKey(api.addApiKey('Acme', { description: 'Acme, bronze' }));
gold.addApiKey(api.addApiKey('Globex', { description: 'Globex, gold' }));
gold.addApiKey(api.addApiKey('Initech', { description: 'Initech, gold' }));

new CfnOutput(stack, 'PoolId', { value: pool.userPoolId });
