import CloudFormation
import Spec

extension TemplateBuilder {
  mutating func addVpcLinks() {
    for item in spec.declarations.vpcLinks where item.value.vpcLinkId == nil {
      let link = item.value
      let targets = link.targets.map { values.list($0) { arn(of: $0, as: .loadBalancer) } } ?? []
      add(
        spec.logicalID(of: item.name),
        CloudFormation.VpcLink(
          name: link.vpcLinkName.map { values.value($0.value) } ?? .string(item.name), targetArns: targets,
          description: link.description.map { values.value($0.value) }, tags: tags(link.tags)), at: item.node)
    }
  }
}
