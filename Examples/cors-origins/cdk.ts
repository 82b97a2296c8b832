import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Profiles', { description: 'An API for the pages of several origins' });

const origins = ['https://shop.example.com', 'https://admin.example.com'];
const profile = new apigateway.LambdaIntegration(new lambda.Function(stack, 'profile', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'profile.handler',
  code: lambda.Code.fromAsset('handlers'),
  timeout: Duration.seconds(5),
  environment: { ORIGINS: origins.join(',') },
}));

const allowMethods = ['GET', 'PUT'];
const allowHeaders = ['Content-Type', 'Authorization', 'X-Amz-Date', 'X-Amz-Security-Token'];
const api = new apigateway.RestApi(stack, 'Profiles', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultCorsPreflightOptions: {
    allowOrigins: origins,
    allowMethods,
    allowHeaders,
    allowCredentials: true,
    exposeHeaders: ['X-Total'],
    maxAge: Duration.minutes(10),
  },
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
});

// The CDK answers the preflights; the headers on all other answers are for the program to write.
const headers: { [name: string]: string } = {
  'Access-Control-Allow-Headers': `'${allowHeaders.join(',')}'`,
  'Access-Control-Allow-Origin': `'${origins[0]}'`,
  'Vary': "'Origin'",
  'Access-Control-Allow-Methods': `'${allowMethods.join(',')}'`,
  'Access-Control-Allow-Credentials': "'true'",
  'Access-Control-Max-Age': "'600'",
  'Access-Control-Expose-Headers': "'X-Total'",
};
api.addGatewayResponse('Default4XX', { type: apigateway.ResponseType.DEFAULT_4XX, responseHeaders: headers });
api.addGatewayResponse('Default5XX', { type: apigateway.ResponseType.DEFAULT_5XX, responseHeaders: headers });

const profilePath = api.root.addResource('profile');
profilePath.addMethod('GET', profile);
profilePath.addMethod('PUT', profile);

const answered: { [name: string]: string } = { 'X-Total': "'3'", ...headers };
api.root.addResource('countries').addMethod(
  'GET',
  new apigateway.MockIntegration({
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    integrationResponses: [{
      statusCode: '200',
      responseParameters: Object.fromEntries(
        Object.entries(answered).map(([name, value]) => [`method.response.header.${name}`, value])),
      responseTemplates: {
        'application/json': `#set($origin = $input.params().header.get("Origin"))
#if(!$origin || $origin == "")
#set($origin = $input.params().header.get("origin"))
#end
#if($origin == "${origins[1]}")
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#end
["de","fr","it"]`,
      },
    }],
  }),
  {
    authorizationType: apigateway.AuthorizationType.NONE,
    methodResponses: [{
      statusCode: '200',
      responseParameters: Object.fromEntries(
        Object.keys(answered).map((name) => [`method.response.header.${name}`, true])),
    }],
  },
);
