/// What the program tells the shell when it ends; scripts rely on these numbers.
enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case refused = 1
  case wrongCommandLine = 2
  case foundProblems = 3
  case refusedForPrivacy = 4

  /// What it means, for help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .refused: "the data or the machine says no"
    case .wrongCommandLine: "the command line is wrong"
    case .foundProblems: "`check` found problems"
    case .refusedForPrivacy: "refused for privacy"
    }
  }

  /// Each with what it means, for help and the manual page.
  static let meanings = allCases.map { (code: $0.rawValue, meaning: $0.meaning) }
}
