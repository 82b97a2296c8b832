import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Company', { description: 'Two hundred methods of four services' });

const api = new apigateway.RestApi(stack, 'Company', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
  deployOptions: { stageName: 'live', throttlingRateLimit: 1000, throttlingBurstLimit: 2000, metricsEnabled: true },
});

const services = {
  sales: ['orders', 'customers', 'quotes', 'returns', 'discounts', 'campaigns', 'regions', 'channels'],
  stock: ['products', 'warehouses', 'shelves', 'deliveries', 'suppliers', 'purchases', 'counts', 'reservations'],
  people: ['employees', 'teams', 'contracts', 'absences', 'trainings', 'applicants', 'roles', 'sites'],
  billing: ['invoices', 'payments', 'refunds', 'accounts', 'currencies', 'taxes', 'dunnings', 'statements'],
};
for (const [name, collections] of Object.entries(services)) {
  const handler = new lambda.Function(stack, name, {
    runtime: lambda.Runtime.PYTHON_3_13,
    handler: 'service.handler',
    code: lambda.Code.fromAsset('handlers'),
    timeout: Duration.seconds(10),
    environment: { SERVICE: name },
  });
  const service = api.root.addResource(name, {
    defaultIntegration: new apigateway.LambdaIntegration(handler, { scopePermissionToMethod: false }),
  });
  for (const path of ['health', 'version']) {
    service.addResource(path).addMethod('GET', undefined, { authorizationType: apigateway.AuthorizationType.NONE });
  }
  for (const path of collections) {
    const list = service.addResource(path);
    list.addMethod('GET', undefined, { requestParameters: { 'method.request.querystring.page': false } });
    list.addMethod('POST');
    const thing = list.addResource('{id}');
    for (const verb of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      thing.addMethod(verb);
    }
  }
}
