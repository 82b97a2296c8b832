/// `Template.shop` as it must be written.
enum Golden {
  static let json = #"""
    {
      "AWSTemplateFormatVersion": "2010-09-09",
      "Description": "a shop: über \"alles\"",
      "Parameters": {
        "Env": {
          "Type": "String",
          "Default": "no"
        }
      },
      "Resources": {
        "Shop": {
          "Type": "AWS::ApiGateway::RestApi",
          "Properties": {
            "Name": "Shop",
            "Tags": []
          }
        },
        "Shop0ANY": {
          "Type": "AWS::ApiGateway::Method",
          "Properties": {
            "ApiKeyRequired": false,
            "AuthorizationType": "NONE",
            "HttpMethod": "ANY",
            "Integration": {
              "IntegrationResponses": [
                {
                  "StatusCode": "200"
                }
              ],
              "RequestTemplates": {
                "application/json": "{\"statusCode\":200}"
              },
              "TimeoutInMillis": 50,
              "Type": "MOCK"
            },
            "RequestModels": {},
            "ResourceId": {
              "Fn::GetAtt": [
                "Shop",
                "RootResourceId"
              ]
            },
            "RestApiId": {
              "Ref": "Shop"
            }
          },
          "DependsOn": [
            "Shop0stageprod"
          ],
          "DeletionPolicy": "Retain",
          "UpdateReplacePolicy": "Delete"
        },
        "Shop0ANY0test": {
          "Type": "AWS::Lambda::Permission",
          "Properties": {
            "Action": "lambda:InvokeFunction",
            "FunctionName": {
              "Fn::GetAtt": [
                "Fn",
                "Arn"
              ]
            },
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {
              "Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/${Shop0stageprod}/*/a/*/*"
            }
          }
        },
        "Raw": {
          "Type": "AWS::S3::Bucket",
          "Properties": {
            "BucketName": {
              "Fn::ImportValue": {
                "Fn::Sub": "${!x}-${AWS::Region}"
              }
            },
            "Code": "line 1\n  line 2\n",
            "Empty": {},
            "List": [
              [
                1,
                [
                  true,
                  null
                ]
              ],
              [],
              1e5
            ]
          }
        }
      },
      "Outputs": {
        "ShopEndpoint": {
          "Value": {
            "Ref": "Shop"
          }
        }
      }
    }

    """#

  static let yaml = #"""
    AWSTemplateFormatVersion: "2010-09-09"
    Description: 'a shop: über "alles"'
    Parameters:
      Env:
        Type: String
        Default: "no"
    Resources:
      Shop:
        Type: AWS::ApiGateway::RestApi
        Properties:
          Name: Shop
          Tags: []
      Shop0ANY:
        Type: AWS::ApiGateway::Method
        Properties:
          ApiKeyRequired: false
          AuthorizationType: NONE
          HttpMethod: ANY
          Integration:
            IntegrationResponses:
              - StatusCode: "200"
            RequestTemplates:
              application/json: '{"statusCode":200}'
            TimeoutInMillis: 50
            Type: MOCK
          RequestModels: {}
          ResourceId: !GetAtt Shop.RootResourceId
          RestApiId: !Ref Shop
        DependsOn:
          - Shop0stageprod
        DeletionPolicy: Retain
        UpdateReplacePolicy: Delete
      Shop0ANY0test:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !GetAtt Fn.Arn
          Principal: apigateway.amazonaws.com
          SourceArn: !Sub "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/${Shop0stageprod}/*/a/*/*"
      Raw:
        Type: AWS::S3::Bucket
        Properties:
          BucketName:
            Fn::ImportValue: !Sub "${!x}-${AWS::Region}"
          Code: |
            line 1
              line 2
          Empty: {}
          List:
            - - 1
              - - true
                - null
            - []
            - 1.0e+5
    Outputs:
      ShopEndpoint:
        Value: !Ref Shop

    """#
}
