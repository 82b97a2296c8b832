import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Stories', { description: 'A function that streams its answer' });

const story = new lambda.Function(stack, 'story', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromAsset('handler'),
  timeout: Duration.minutes(5),
  memorySize: 512,
});

const api = new apigateway.RestApi(stack, 'Stories', { endpointTypes: [apigateway.EndpointType.REGIONAL] });
api.root.addResource('story').addMethod(
  'POST',
  new apigateway.LambdaIntegration(story, {
    responseTransferMode: apigateway.ResponseTransferMode.STREAM,
    timeout: Duration.minutes(5),
  }),
  { operationName: 'tellStory' },
);
api.root.addResource('events').addMethod('GET', new apigateway.HttpIntegration('https://stream.example.com/events', {
  options: {
    responseTransferMode: apigateway.ResponseTransferMode.STREAM,
    timeout: Duration.minutes(15),
  },
}));
