import { App, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';

const stack = new Stack(new App(), 'Domain', { description: 'Two APIs under one name, by mutual TLS' });
const domainName = new CfnParameter(stack, 'DomainName', { default: 'api.example.com' }).valueAsString;
const hostedZone = new CfnParameter(stack, 'HostedZone', { type: 'AWS::Route53::HostedZone::Id' });
const trustStoreBucket = new CfnParameter(stack, 'TrustStoreBucket', {
  description: 'The bucket with truststore.pem, the authorities of the clients',
});
const trustStoreVersion = new CfnParameter(stack, 'TrustStoreVersion', { description: 'The version of truststore.pem' });

const api = (name: string) => new apigateway.RestApi(stack, name, {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  disableExecuteApiEndpoint: true,
  defaultIntegration: new apigateway.MockIntegration({
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    integrationResponses: [{
      statusCode: '200',
      responseParameters: { 'method.response.header.Content-Type': "'application/json'" },
      responseTemplates: {
        'application/json': '{"api":"$context.apiId","client":"$context.identity.clientCert.subjectDN"}',
      },
    }],
  }),
  defaultMethodOptions: {
    methodResponses: [{ statusCode: '200', responseParameters: { 'method.response.header.Content-Type': true } }],
  },
});
const orders = api('Orders');
const ordersPath = orders.root.addResource('orders');
ordersPath.addMethod('GET');
ordersPath.addMethod('POST');
const invoices = api('Invoices');
invoices.root.addResource('invoices').addMethod('GET');

const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', {
  hostedZoneId: hostedZone.valueAsString,
  zoneName: domainName,
});
const name = new apigateway.DomainName(stack, 'Name', {
  domainName,
  certificate: new acm.Certificate(stack, 'Certificate', {
    domainName,
    validation: acm.CertificateValidation.fromDns(zone),
  }),
  endpointType: apigateway.EndpointType.REGIONAL,
  securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
  mtls: {
    bucket: s3.Bucket.fromBucketName(stack, 'TrustStore', trustStoreBucket.valueAsString),
    key: 'truststore.pem',
    version: trustStoreVersion.valueAsString,
  },
});
name.addApiMapping(orders.deploymentStage, { basePath: 'shop/v1' });
name.addApiMapping(invoices.deploymentStage, { basePath: 'billing/v1' });
new route53.ARecord(stack, 'Address', {
  zone,
  recordName: domainName,
  target: route53.RecordTarget.fromAlias(new targets.ApiGatewayDomain(name)),
});

new CfnOutput(stack, 'OrdersUrl', { value: `https://${domainName}/shop/v1/orders` });
new CfnOutput(stack, 'InvoicesUrl', { value: `https://${domainName}/billing/v1/invoices` });
