/// The exit code of the program; scripts rely on these numbers.
enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case refused = 1
  case wrongCommandLine = 2
  case foundProblems = 3
  case refusedForPrivacy = 4

  /// The meaning, for help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .refused: "refused: a problem with the data or the machine"
    case .wrongCommandLine: "the command line is wrong"
    case .foundProblems: "`check` found problems"
    case .refusedForPrivacy: "refused for privacy"
    }
  }

  /// All codes with their meanings, for help and the manual page.
  static let meanings = allCases.map { (code: $0.rawValue, meaning: $0.meaning) }
}
