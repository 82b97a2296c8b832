import ArgumentParser
import Diagnostics

extension Build {
  /// Builds now and after every change of a file that the last build asked for, until a signal ends it.
  func keepBuilding() throws {
    let endings = Endings()
    // A spec that is not there at the start is a mistake of the command line; later it may come back.
    let name = try synthesis.read(spec, wantsTemplate: true).name
    while !endings.haveCome {
      let sightings = Sightings()
      sightings.note(name)
      buildOnce(name, noting: sightings)
      let watch = try ChangeWatch(on: sightings, until: endings)
      // What changed before the watch began has no event.
      guard sightings.areCurrent else { continue }
      guard case .change = watch.wait(), case .change = watch.settle(sightings) else { return }
    }
  }

  private func buildOnce(_ name: String, noting sightings: Sightings) {
    do {
      try build(try synthesis.read(name, wantsTemplate: true), noting: sightings)
      tell("built '\(printable(output))'")
    } catch let failure as Failure {
      StandardStreams.report(failure)
      tell("'\(printable(output))' is as it was")
    } catch {
      tell("'\(printable(output))' is as it was")
    }
  }

  /// Other programs read the other forms.
  private func tell(_ news: String) {
    guard diagnostics.form == .text else { return }
    StandardStreams.report(Failure("\(news); waiting for changes"))
  }
}
