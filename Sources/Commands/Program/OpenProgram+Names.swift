import Arguments
import Instruments
import Records
import Text

/// Finding what a typed name stands for.
extension OpenProgram {
  /// A timepoint by its id.
  func timepoint(named name: String) -> Reading<Timepoint> {
    position(of: name, among: program.timepoints.map(\.id.rawValue), "timepoint")
      .map { program.timepoints[$0] }
  }

  /// The position of an instrument in the program, by its id.
  func instrument(named name: String) -> Reading<Int> {
    position(of: name, among: program.instruments.map(\.id.rawValue), "instrument")
  }

  /// The position of an attribute in the program.
  func attribute(named name: String) -> Reading<Int> {
    position(of: name, among: attributes, "attribute")
  }

  /// The position of a name among those that are known, or a refusal of it.
  /// - Parameter kind: what the name is to be of, such as `timepoint`.
  func position(of name: String, among known: [String], _ kind: String) -> Reading<Int> {
    if let position = known.firstIndex(of: name) { return .success(position) }
    let all = known.isEmpty ? "it has none" : "it has: \(known.joined(separator: ", "))"
    return .refused(
      Diagnostic(
        UnknownName.of(kind, name), remedy: NearMiss.suggestion(for: name, among: known) ?? all))
  }
}

extension ValueReader {
  /// The positions in the program of the instruments that a flag names; of all where it names none.
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
