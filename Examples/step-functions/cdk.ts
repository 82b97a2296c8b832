import { App, Aws, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';

const stack = new Stack(new App(), 'Orders', { description: 'State machines behind an API' });

const role = new iam.Role(stack, 'MachineRole', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
const quote = new sfn.StateMachine(stack, 'Quote', {
  role,
  stateMachineType: sfn.StateMachineType.EXPRESS,
  definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Answer', {
    parameters: { 'product.$': '$.path.product', cents: 450 },
  })),
});
const fulfil = new sfn.StateMachine(stack, 'Fulfil', {
  role,
  definitionBody: sfn.DefinitionBody.fromChainable(
    new sfn.Wait(stack, 'Pack', { time: sfn.WaitTime.duration(Duration.hours(1)) }).next(new sfn.Succeed(stack, 'Ship'))),
});
const starter = new iam.Role(stack, 'Starter', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
fulfil.grantStartExecution(starter);
fulfil.grantExecution(starter, 'states:DescribeExecution');

const api = new apigateway.RestApi(stack, 'Orders', { endpointTypes: [apigateway.EndpointType.REGIONAL] });
api.root.addResource('quote').addResource('{product}').addMethod(
  'POST',
  apigateway.StepFunctionsIntegration.startExecution(quote, {
    headers: true,
    requestContext: { caller: true, requestId: true },
  }),
);

const call = (action: string, request: string, good: string, answer: string, bad: string, message: string) =>
  new apigateway.AwsIntegration({
    service: 'states',
    action,
    options: {
      credentialsRole: starter,
      passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
      requestTemplates: { 'application/json': request },
      integrationResponses: [
        { statusCode: good, responseTemplates: { 'application/json': answer } },
        {
          statusCode: bad,
          selectionPattern: '4\\d{2}',
          responseTemplates: { 'application/json': `{"message":"${message}"}` },
        },
        {
          statusCode: '500',
          selectionPattern: '5\\d{2}',
          responseTemplates: { 'application/json': '{"message":"try again"}' },
        },
      ],
    },
  });
const responses = (...statuses: string[]) => ({ methodResponses: statuses.map((statusCode) => ({ statusCode })) });

const start = `{
  "stateMachineArn": "${fulfil.stateMachineArn}",
  "name": "$context.requestId",
  "input": "$util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'")"
}
`;
const name = `$util.escapeJavaScript($input.params('order')).replaceAll("\\\\'", "'")`;
const executions = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${fulfil.stateMachineName}`;
const orders = api.root.addResource('orders');
orders.addMethod(
  'POST',
  call('StartExecution', start, '202', '{"order":"$context.requestId"}', '400', 'not an order'),
  responses('202', '400', '500'),
);
orders.addResource('{order}').addMethod(
  'GET',
  call('DescribeExecution', `{"executionArn": "${executions}:${name}"}\n`, '200',
    `{"status":"$input.path('$.status')"}`, '404', 'no such order'),
  responses('200', '404', '500'),
);
