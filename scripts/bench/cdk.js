// The API of `shapes.wide` for the CDK.   node cdk.js SIZE OUTPUT
const { App, Stack } = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigateway');
const lambda = require('aws-cdk-lib/aws-lambda');

const [size, outdir] = [Number(process.argv[2]), process.argv[3]];
// As '--limits none': beyond 500 resources it ends otherwise.
const app = new App({ outdir, context: { '@aws-cdk/core:stackResourceLimit': 0 } });
const stack = new Stack(app, 'Bench', { env: { account: '111122223333', region: 'eu-west-1' } });
const store = lambda.Function.fromFunctionArn(stack, 'store', 'arn:aws:lambda:eu-west-1:111122223333:function:store');
const api = new apigateway.RestApi(stack, 'Api', { cloudWatchRole: false });
const call = new apigateway.LambdaIntegration(store);
const mock = new apigateway.MockIntegration({
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '{"ok":true,"name":"thing"}' } }],
});
const signed = { authorizationType: apigateway.AuthorizationType.IAM };
let collection, thing;
for (let number = 0; number < size; number++) {
  const verb = number % 5;
  if (verb === 0) collection = api.root.addResource(`collection${Math.floor(number / 5)}`);
  if (verb === 2) thing = collection.addResource('{id}');
  const place = verb < 2 ? collection : thing;
  const options = verb === 2 ? { ...signed, methodResponses: [{ statusCode: '200' }] } : signed;
  place.addMethod(['GET', 'POST', 'GET', 'PUT', 'DELETE'][verb], verb === 2 ? mock : call, options);
}
app.synth();
