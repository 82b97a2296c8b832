import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';

const stack = new Stack(new App(), 'Files', { description: 'A private bucket behind an API' });

const bucket = new s3.Bucket(stack, 'Bucket', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
const caller = new iam.Role(stack, 'FilesCaller', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
caller.addToPolicy(new iam.PolicyStatement({
  actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
  resources: [bucket.arnForObjects('*')],
}));
caller.addToPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));

const passed = ['Content-Type', 'Content-Length', 'ETag', 'Last-Modified'];
const api = new apigateway.RestApi(stack, 'Files', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  binaryMediaTypes: ['*/*'],
  defaultMethodOptions: {
    authorizationType: apigateway.AuthorizationType.IAM,
    requestParameters: { 'method.request.path.key': true, 'method.request.header.Content-Type': false },
    methodResponses: [
      {
        statusCode: '200',
        responseParameters: Object.fromEntries(passed.map((name) => [`method.response.header.${name}`, true])),
      },
      { statusCode: '404' },
      { statusCode: '403' },
      { statusCode: '500' },
    ],
  },
});

const answers: apigateway.IntegrationResponse[] = [
  {
    statusCode: '200',
    responseParameters: Object.fromEntries(
      passed.map((name) => [`method.response.header.${name}`, `integration.response.header.${name}`])),
  },
  { statusCode: '404', selectionPattern: '404' },
  { statusCode: '403', selectionPattern: '403' },
  { statusCode: '500', selectionPattern: '5\\d{2}' },
];
const call = (verb: string, more: object = {}, integrationResponses = answers) => new apigateway.AwsIntegration({
  service: 's3',
  path: `${bucket.bucketName}/{key}`,
  integrationHttpMethod: verb,
  options: {
    credentialsRole: caller,
    requestParameters: { 'integration.request.path.key': 'method.request.path.key', ...more },
    integrationResponses,
  },
});

const files = api.root.addResource('files').addResource('{key+}');
files.addMethod('GET', call('GET'));
files.addMethod('HEAD', call('HEAD'));
files.addMethod('PUT', call('PUT', { 'integration.request.header.Content-Type': 'method.request.header.Content-Type' }));
files.addMethod('DELETE', call('DELETE', {}, [
  { statusCode: '204', selectionPattern: '204' },
  { statusCode: '403', selectionPattern: '403' },
  { statusCode: '500' },
]), { methodResponses: [{ statusCode: '204' }, { statusCode: '403' }, { statusCode: '500' }] });

new CfnOutput(stack, 'BucketName', { value: bucket.bucketName });
