import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';

const stack = new Stack(new App(), 'Catalogue', { description: 'A cached API with a canary' });

const catalogue = new lambda.Function(stack, 'catalogue', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'catalogue.handler',
  code: lambda.Code.fromAsset('handlers'),
  timeout: Duration.seconds(5),
});
const accessLog = new logs.LogGroup(stack, 'AccessLog', {
  retention: logs.RetentionDays.ONE_MONTH,
  removalPolicy: RemovalPolicy.DESTROY,
});

const api = new apigateway.RestApi(stack, 'Catalogue', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  cloudWatchRole: true,
  deployOptions: {
    stageName: 'live',
    variables: { prices: 'standard' },
    cacheClusterSize: '0.5',
    cachingEnabled: true,
    cacheTtl: Duration.minutes(5),
    cacheDataEncrypted: true,
    metricsEnabled: true,
    accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
    accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify({
      request: apigateway.AccessLogField.contextRequestId(),
      status: apigateway.AccessLogField.contextStatus(),
      canary: '$context.isCanaryRequest',
      latency: apigateway.AccessLogField.contextResponseLatency(),
    })),
    methodOptions: { '/stock/{product}/GET': { cachingEnabled: false } },
  },
});
// A stage's canary is not among the CDK's options: the resource below is changed.
const stage = api.deploymentStage.node.defaultChild as apigateway.CfnStage;
stage.canarySetting = { percentTraffic: 10, useStageCache: false, stageVariableOverrides: { prices: 'summer' } };

api.root.addResource('products').addMethod(
  'GET',
  new apigateway.LambdaIntegration(catalogue, { cacheKeyParameters: ['method.request.querystring.page'] }),
  {
    requestParameters: {
      'method.request.querystring.page': false,
      'method.request.querystring.session': false,
    },
  },
);
api.root.addResource('stock').addResource('{product}').addMethod('GET', new apigateway.LambdaIntegration(catalogue));
