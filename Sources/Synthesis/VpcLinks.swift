import CloudFormation
import Spec

extension TemplateBuilder {
  mutating func addVpcLinks() {
    for item in spec.declarations.vpcLinks where item.value.vpcLinkId == nil {
      let link = item.value
      let targets = link.targets?.value.map { arn(of: $0.value, as: .loadBalancer) } ?? []
      add(
        LogicalID(.itself, of: item.name),
        CloudFormation.VpcLink(
          name: link.vpcLinkName.map { values.value($0.value) } ?? .string(item.name), targetArns: .list(targets),
          description: link.description.map { values.value($0.value) }, tags: tags(link.tags)), at: item.node)
    }
  }
}
