import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const stack = new Stack(new App(), 'PetStore', { description: 'A pet store that checks what it is sent' });

const pets = new lambda.Function(stack, 'pets', {
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'pets.handler',
  code: lambda.Code.fromAsset('handlers'),
  timeout: Duration.seconds(5),
  description: 'Lists, shows and takes pets',
});

const api = new apigateway.RestApi(stack, 'PetStore', {
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  defaultIntegration: new apigateway.LambdaIntegration(pets),
});

const category = api.addModel('Category', {
  schema: {
    schema: apigateway.JsonSchemaVersion.DRAFT4,
    type: apigateway.JsonSchemaType.STRING,
    enum: ['cat', 'dog', 'bird'],
  },
});
const newPet = api.addModel('NewPet', {
  description: 'A pet as a shop hands it in',
  schema: {
    schema: apigateway.JsonSchemaVersion.DRAFT4,
    type: apigateway.JsonSchemaType.OBJECT,
    required: ['name', 'category'],
    additionalProperties: false,
    properties: {
      name: { type: apigateway.JsonSchemaType.STRING, minLength: 1, maxLength: 40 },
      category: { ref: `https://apigateway.amazonaws.com/restapis/${api.restApiId}/models/${category.modelId}` },
      cents: { type: apigateway.JsonSchemaType.INTEGER, minimum: 0 },
    },
  },
});
const pet = api.addModel('Pet', {
  schema: {
    schema: apigateway.JsonSchemaVersion.DRAFT4,
    type: apigateway.JsonSchemaType.OBJECT,
    required: ['id', 'name', 'category'],
    properties: {
      id: { type: apigateway.JsonSchemaType.INTEGER },
      name: { type: apigateway.JsonSchemaType.STRING },
      category: { type: apigateway.JsonSchemaType.STRING },
      cents: { type: apigateway.JsonSchemaType.INTEGER },
    },
  },
});

const parameters = api.addRequestValidator('parameters', { validateRequestParameters: true });
const everything = api.addRequestValidator('everything', { validateRequestBody: true, validateRequestParameters: true });

api.addGatewayResponse('BadRequestBody', {
  type: apigateway.ResponseType.BAD_REQUEST_BODY,
  statusCode: '422',
  templates: {
    'application/json': '{"message": $context.error.messageString, "request": "$context.requestId"}',
    'text/plain': '$context.error.validationErrorString',
  },
});

const json = (model: apigateway.IModel) => ({ 'application/json': model });
const list = api.root.addResource('pets');
list.addMethod('GET', undefined, {
  operationName: 'listPets',
  requestValidator: parameters,
  requestParameters: { 'method.request.querystring.category': true, 'method.request.querystring.limit': false },
});
list.addMethod('POST', undefined, {
  operationName: 'addPet',
  requestValidator: everything,
  requestParameters: { 'method.request.header.X-Shop': true },
  requestModels: json(newPet),
  methodResponses: [
    { statusCode: '201', responseModels: json(pet) },
    { statusCode: '422', responseModels: json(apigateway.Model.ERROR_MODEL) },
  ],
});
list.addResource('{id}').addMethod('GET', undefined, {
  operationName: 'showPet',
  methodResponses: [
    { statusCode: '200', responseModels: json(pet) },
    { statusCode: '404', responseModels: json(apigateway.Model.ERROR_MODEL) },
  ],
});
