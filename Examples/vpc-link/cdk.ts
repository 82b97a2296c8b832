import { App, CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';

const stack = new Stack(new App(), 'Service', { description: 'A private service behind an API' });
const vpcId = new CfnParameter(stack, 'Vpc', { type: 'AWS::EC2::VPC::Id' });
const subnets = new CfnParameter(stack, 'Subnets', { type: 'List<AWS::EC2::Subnet::Id>' });

// The VPC is a parameter of the template, so that the constructs that look one up at synthesis cannot be used.
const balancer = new elb.CfnLoadBalancer(stack, 'Balancer', {
  type: 'network',
  scheme: 'internal',
  subnets: subnets.valueAsList,
});
const targets = new elb.CfnTargetGroup(stack, 'Targets', {
  vpcId: vpcId.valueAsString,
  port: 8080,
  protocol: 'TCP',
  targetType: 'ip',
});
new elb.CfnListener(stack, 'Listener', {
  loadBalancerArn: balancer.ref,
  port: 80,
  protocol: 'TCP',
  defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
});

const vpcLink = new apigateway.VpcLink(stack, 'ToService', {
  description: "From API Gateway to the service's load balancer",
  targets: [elb.NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Imported', {
    loadBalancerArn: balancer.ref,
    loadBalancerDnsName: balancer.attrDnsName,
  })],
});
const api = new apigateway.RestApi(stack, 'Service', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
});
const address = `http://${balancer.attrDnsName}`;
api.root.addMethod('ANY', new apigateway.HttpIntegration(address, {
  httpMethod: 'ANY',
  options: { vpcLink },
}));
api.root.addResource('{proxy+}').addMethod(
  'ANY',
  new apigateway.HttpIntegration(`${address}/{proxy}`, {
    httpMethod: 'ANY',
    options: {
      vpcLink,
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.X-Request-Id': 'context.requestId',
      },
      timeout: Duration.seconds(10),
    },
  }),
  { requestParameters: { 'method.request.path.proxy': true } },
);

new CfnOutput(stack, 'TargetGroup', { description: 'Where the service registers its addresses', value: targets.ref });
