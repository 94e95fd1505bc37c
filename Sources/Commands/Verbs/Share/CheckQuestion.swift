import Arguments
import Documents
import Storage

/// What `outcomes check` is asked to do, as typed.
struct CheckQuestion {
  /// Where the answer goes.
  let output: Output
  /// Whether only the last seals are to be printed.
  let printsWord: Bool
  /// Seals that must be found.
  let noted: [NotedSeal]
  /// Why everything that is not sealed as it should be is kept; nil where it is not to be accepted.
  let acceptedBecause: String?
  /// Why damaged lines are set aside; nil where they are to stay.
  let setAsideBecause: String?

  /// - Throws: everything that is wrong with the flags, at once.
  init(_ read: ValueReader) throws(Refusal) {
    let arguments = read.arguments
    let accepts = arguments.has(.accept)
    let repairs = arguments.has(.repair)
    let (output, noted, reason, _, _, _) = try readAll(
      read.checkOutput(),
      read.notedSeals(),
      read.text(.judgment),
      read.refuse(
        if: accepts && !arguments.has(.judgment), "--accept needs a reason",
        remedy: "say why this is kept: --reason TEXT"),
      read.refuse(
        if: arguments.has(.judgment) && !accepts && !repairs,
        "--reason goes with --accept or --repair", remedy: "leave it out, or add one of them"),
      read.refuseTogether())
    (self.output, self.noted) = (output, noted)
    printsWord = arguments.has(.seal)
    acceptedBecause = accepts ? reason : nil
    setAsideBecause = repairs ? reason : nil
  }
}

extension ValueReader {
  /// The seals that must be found.
  func notedSeals() -> Reading<[NotedSeal]> {
    arguments.values(of: .expect).map { text in
      Reading.of(
        NotedSeal.parse(text), else: "“\(text)” is not a seal",
        remedy: "write what `outcomes check --seal` printed: --expect SEAL")
    }.all().map { $0.flatMap(\.self) }
  }

  /// Where the answer goes; a seal cannot go into a file of rows.
  fileprivate func checkOutput() -> Reading<Output> {
    output().flatMap { output in
      arguments.has(.seal) && output.format == .csv
        ? .wrong(
          "a seal has no place among rows of problems", remedy: "take --format json, or none")
        : .success(output)
    }
  }

  /// Refuses flags of `outcomes check` that do not go together.
  fileprivate func refuseTogether() -> Reading<[Void]> {
    let apart: [(OptionDefinition, from: [OptionDefinition])] = [
      (.accept, from: [.seal, .expect, .repair, .format, .output]),
      (.repair, from: [.seal, .output]),
    ]
    return apart.flatMap { flag, others in
      others.map { other in
        refuse(
          if: arguments.has(flag) && arguments.has(other),
          "\(flag.flag) and \(other.flag) do not go together",
          remedy: "run `outcomes check` twice")
      }
    }.all()
  }
}

extension OptionDefinition {
  static let verify = OptionDefinition(
    "verify", help: "refuse to answer from a broken chain of seals")
  static let seal = OptionDefinition("seal", help: "print the last seals, to write them down")
  static let expect = OptionDefinition(
    "expect", valueName: "SEAL", help: "what --seal printed: lines cut off since then are found",
    isRepeatable: true)
  static let accept = OptionDefinition(
    "accept",
    help: "keep lines and settings that are not sealed as they should be; needs --reason")
  static let judgment = OptionDefinition(
    "reason", valueName: "TEXT", help: "why it is kept, or set aside, for the history")
}
