import Arguments
import Documents

/// The flags that mean the same in every command that takes them.
extension OptionDefinition {
  static let format = OptionDefinition(
    "format", help: "the format; default: from the extension of FILE, or table",
    choices: ReportFormat.self)

  static let output = OptionDefinition(
    "output", letter: "o", valueName: "FILE",
    help: "write to a file, readable only by you if it is new; “-” is standard output",
    completion: .file)

  static let asOf = OptionDefinition(
    "as-of", valueName: "DATE", help: "answer as of that date, YYYY-MM-DD; default: today")

  static let asKnownAt = OptionDefinition(
    "as-known-at", valueName: "TIMESTAMP",
    help: "read the store as it was then: YYYY-MM-DDThh:mm:ssZ, or a date (end of day, UTC)")

  static let `where` = OptionDefinition(
    "where", valueName: "ATTRIBUTE=VALUE", help: "only participants with that value",
    isRepeatable: true, completion: .attributeValue)

  static let by = OptionDefinition(
    "by", valueName: "ATTRIBUTE", help: "one group for each value of that attribute",
    completion: .attribute)

  /// The flags of commands that print data.
  static let forPrinting = [format, output]

  /// The flags of commands that analyze a cohort, besides those for its date.
  static let forAnalyzing = [`where`, by]
}
