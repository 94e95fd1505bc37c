import Arguments
import Instruments
import Records
import Text

/// Lookup of typed names.
extension OpenProgram {
  /// Returns a timepoint by its id.
  func timepoint(named name: String) -> Reading<Timepoint> {
    if program.instruments.contains(where: { $0.id.rawValue == name }) {
      return .refused(
        Diagnostic(
          UnknownName.of("timepoint", name),
          remedy: "that is an instrument, which comes after the timepoint"))
    }
    return position(of: name, among: program.timepoints.map(\.id.rawValue), "timepoint")
      .map { program.timepoints[$0] }
  }

  /// Returns the position of an instrument in the program, by its id.
  func instrument(named name: String) -> Reading<Int> {
    position(of: name, among: program.instruments.map(\.id.rawValue), "instrument")
  }

  /// Returns the position of an attribute in the program.
  func attribute(named name: String) -> Reading<Int> {
    position(of: name, among: attributes, "attribute")
  }

  /// Returns the position of a name among the known ones, or a refusal.
  /// - Parameter kind: the kind of thing that the name is for, such as `timepoint`.
  func position(of name: String, among known: [String], _ kind: String) -> Reading<Int> {
    if let position = known.firstIndex(of: name) { return .success(position) }
    let all = known.isEmpty ? "it has none" : "it has: \(known.joined(separator: ", "))"
    return .refused(
      Diagnostic(
        UnknownName.of(kind, name), remedy: NearMiss.suggestion(for: name, among: known) ?? all))
  }
}

extension ValueReader {
  /// Reads the positions in the program of the instruments that a flag names; without the flag, of
  /// all.
  func instruments(
    _ option: OptionDefinition, in open: Reading<OpenProgram>
  ) -> Reading<[Int]> {
    open.flatMap { open in
      let all = open.program.instruments.indices
      let named = arguments.values(of: option).map(open.instrument).all()
      return named.map { named in all.filter { named.isEmpty || named.contains($0) } }
    }
  }
}
