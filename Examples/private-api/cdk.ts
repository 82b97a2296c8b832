import { App, CfnOutput, CfnParameter, Aws, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'Ledger', { description: 'An API behind a VPC endpoint' });
const vpcId = new CfnParameter(stack, 'Vpc', { type: 'AWS::EC2::VPC::Id', description: 'Where the callers are' });
const vpcRange = new CfnParameter(stack, 'VpcRange', {
  default: '10.0.0.0/16',
  description: 'The addresses that may call',
});
const subnets = new CfnParameter(stack, 'Subnets', {
  type: 'List<AWS::EC2::Subnet::Id>',
  description: 'Where the endpoint gets its addresses, two zones or more',
});

const callers = new ec2.CfnSecurityGroup(stack, 'Callers', {
  groupDescription: 'HTTPS from the VPC',
  vpcId: vpcId.valueAsString,
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: vpcRange.valueAsString }],
});
const cfnEndpoint = new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
  vpcEndpointType: 'Interface',
  serviceName: `com.amazonaws.${Aws.REGION}.execute-api`,
  vpcId: vpcId.valueAsString,
  subnetIds: subnets.valueAsList,
  securityGroupIds: [callers.ref],
  privateDnsEnabled: false,
});
const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Imported', {
  vpcEndpointId: cfnEndpoint.ref,
  port: 443,
});

const ledger = new lambda.Function(stack, 'ledger', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'index.handler',
  timeout: Duration.seconds(5),
  code: lambda.Code.fromInline(`def handler(event, context):
    return {"statusCode": 200, "body": "known to the endpoint " + event["requestContext"]["identity"].get("vpceId", "?")}
`),
});

const everyone = { principals: [new iam.AnyPrincipal()], actions: ['execute-api:Invoke'], resources: ['execute-api:/*'] };
const api = new apigateway.RestApi(stack, 'Ledger', {
  endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
  policy: new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ effect: iam.Effect.ALLOW, ...everyone }),
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        ...everyone,
        conditions: { StringNotEquals: { 'aws:SourceVpce': endpoint.vpcEndpointId } },
      }),
    ],
  }),
});
api.root.addResource('entries').addMethod('GET', new apigateway.LambdaIntegration(ledger));

new CfnOutput(stack, 'EntriesUrl', {
  description: 'What callers in the VPC use',
  value: `https://${api.restApiId}-${endpoint.vpcEndpointId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}/prod/entries`,
});
