import Arguments
import Documents
import Storage

/// The task of `outcomes check`, as typed.
struct CheckQuestion {
  /// The destination of the answer.
  let output: Output
  /// True to print only the last seals.
  let printsWord: Bool
  /// The seals that must be found.
  let noted: [NotedSeal]
  /// The reason for accepting everything that is not properly sealed; nil if it is not accepted.
  let acceptedBecause: String?
  /// The reason for setting damaged lines aside; nil to leave them.
  let setAsideBecause: String?

  /// - Throws: all problems with the flags.
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
        remedy: "give the reason for keeping this: --reason TEXT"),
      read.refuse(
        if: arguments.has(.judgment) && !accepts && !repairs,
        "--reason needs --accept or --repair", remedy: "leave it out, or add one of them"),
      read.refuseTogether())
    (self.output, self.noted) = (output, noted)
    printsWord = arguments.has(.seal)
    acceptedBecause = accepts ? reason : nil
    setAsideBecause = repairs ? reason : nil
  }
}

extension ValueReader {
  /// Reads the seals that must be found.
  func notedSeals() -> Reading<[NotedSeal]> {
    arguments.values(of: .expect).map { text in
      Reading.of(
        NotedSeal.parse(text), else: "“\(text)” is not a seal",
        remedy: "write what `outcomes check --seal` printed: --expect SEAL")
    }.all().map { $0.flatMap(\.self) }
  }

  /// Reads the destination of the answer; CSV cannot include a seal.
  fileprivate func checkOutput() -> Reading<Output> {
    output().flatMap { output in
      arguments.has(.seal) && output.format == .csv
        ? .wrong(
          "CSV lists problems and cannot include a seal",
          remedy: "use --format json, or leave out --format")
        : .success(output)
    }
  }

  /// Refuses flags of `outcomes check` that cannot be used together.
  fileprivate func refuseTogether() -> Reading<[Void]> {
    let apart: [(OptionDefinition, from: [OptionDefinition])] = [
      (.accept, from: [.seal, .expect, .repair, .format, .output]),
      (.repair, from: [.seal, .output]),
    ]
    return apart.flatMap { flag, others in
      others.map { other in
        refuse(
          if: arguments.has(flag) && arguments.has(other),
          "\(flag.flag) and \(other.flag) cannot be used together",
          remedy: "run `outcomes check` twice")
      }
    }.all()
  }
}

extension OptionDefinition {
  static let verify = OptionDefinition(
    "verify", help: "refuse to answer if the chain of seals is broken")
  static let seal = OptionDefinition("seal", help: "print the last seals, to write them down")
  static let expect = OptionDefinition(
    "expect", valueName: "SEAL",
    help: "a seal that --seal printed; detects lines deleted since then",
    isRepeatable: true)
  static let accept = OptionDefinition(
    "accept",
    help: "keep lines and settings that are not properly sealed; needs --reason")
  static let judgment = OptionDefinition(
    "reason", valueName: "TEXT",
    help: "the reason for keeping it or setting it aside, for the history")
}
