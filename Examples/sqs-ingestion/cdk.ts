import { App, Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const stack = new Stack(new App(), 'Ingestion', { description: 'Events by HTTP into a queue' });

const kept = { retentionPeriod: Duration.days(14), encryption: sqs.QueueEncryption.SQS_MANAGED };
const failed = new sqs.Queue(stack, 'FailedEvents', kept);
const events = new sqs.Queue(stack, 'Events', { ...kept, deadLetterQueue: { queue: failed, maxReceiveCount: 5 } });
const sender = new iam.Role(stack, 'Sender', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
events.grant(sender, 'sqs:SendMessage');

const api = new apigateway.RestApi(stack, 'Ingestion', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  deployOptions: { throttlingRateLimit: 500, throttlingBurstLimit: 1000, metricsEnabled: true },
});
const event = api.addModel('Event', {
  schema: {
    schema: apigateway.JsonSchemaVersion.DRAFT4,
    type: apigateway.JsonSchemaType.OBJECT,
    required: ['type', 'source'],
    properties: {
      type: { type: apigateway.JsonSchemaType.STRING },
      source: { type: apigateway.JsonSchemaType.STRING },
      data: { type: apigateway.JsonSchemaType.OBJECT },
    },
  },
});

const integration = new apigateway.AwsIntegration({
  service: 'sqs',
  path: `${Aws.ACCOUNT_ID}/${events.queueName}`,
  options: {
    credentialsRole: sender,
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    requestTemplates: {
      'application/json': 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)'
        + '&MessageAttribute.1.Name=tenant&MessageAttribute.1.Value.DataType=String'
        + "&MessageAttribute.1.Value.StringValue=$util.urlEncode($input.params('tenant'))",
    },
    integrationResponses: [
      { statusCode: '202', responseTemplates: { 'application/json': '{"accepted":"$context.requestId"}' } },
      {
        statusCode: '503',
        selectionPattern: '[45]\\d{2}',
        responseTemplates: { 'application/json': '{"message":"the queue did not take it, try again"}' },
      },
    ],
  },
});
api.root.addResource('events').addResource('{tenant}').addMethod('POST', integration, {
  operationName: 'putEvent',
  requestValidator: api.addRequestValidator('body', { validateRequestBody: true }),
  requestModels: { 'application/json': event },
  requestParameters: { 'method.request.path.tenant': true },
  methodResponses: [{ statusCode: '202' }, { statusCode: '503' }],
});

new CfnOutput(stack, 'QueueUrl', { value: events.queueUrl });
