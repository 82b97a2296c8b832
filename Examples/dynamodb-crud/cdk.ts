import { readFileSync } from 'node:fs';
import { App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';

const stack = new Stack(new App(), 'Notes', { description: 'Notes in a table, without a function' });

const table = new dynamodb.Table(stack, 'NotesTable', {
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
  removalPolicy: RemovalPolicy.DESTROY,
});
const caller = new iam.Role(stack, 'NotesCaller', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
table.grant(caller, 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Scan');

const api = new apigateway.RestApi(stack, 'Notes', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultMethodOptions: {
    methodResponses: ['200', '201', '204', '400', '404', '500'].map((statusCode) => ({ statusCode })),
  },
});
const note = api.addModel('Note', {
  schema: {
    schema: apigateway.JsonSchemaVersion.DRAFT4,
    type: apigateway.JsonSchemaType.OBJECT,
    required: ['text'],
    properties: { text: { type: apigateway.JsonSchemaType.STRING, minLength: 1, maxLength: 2000 } },
  },
});
const checked = {
  requestValidator: api.addRequestValidator('body', { validateRequestBody: true }),
  requestModels: { 'application/json': note },
};

const file = (name: string) => readFileSync(`templates/${name}`, 'utf8').replaceAll('${Table}', table.tableName);
const call = (action: string, request: string, statusCode: string, response: string) => new apigateway.AwsIntegration({
  service: 'dynamodb',
  action,
  options: {
    credentialsRole: caller,
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    requestTemplates: { 'application/json': request },
    integrationResponses: [
      { statusCode, responseTemplates: { 'application/json': response } },
      {
        statusCode: '400',
        selectionPattern: '4\\d{2}',
        responseTemplates: { 'application/json': '{"message":"the table refused it"}' },
      },
      {
        statusCode: '500',
        selectionPattern: '5\\d{2}',
        responseTemplates: { 'application/json': '{"message":"the table did not answer"}' },
      },
    ],
  },
});

const notes = api.root.addResource('notes');
notes.addMethod('GET', call(
  'Scan', stack.toJsonString({ TableName: table.tableName, Limit: 100 }), '200', file('list.response.vtl')));
notes.addMethod('POST', call('PutItem', file('put.request.vtl'), '201', '{"id":"$context.requestId"}'), checked);
const one = notes.addResource('{id}');
one.addMethod('GET', call('GetItem', file('key.request.vtl'), '200', file('get.response.vtl')));
one.addMethod('PUT', call('PutItem', file('put.request.vtl'), '204', ''), checked);
one.addMethod('DELETE', call('DeleteItem', file('key.request.vtl'), '204', ''));

new CfnOutput(stack, 'TableName', { value: table.tableName });
