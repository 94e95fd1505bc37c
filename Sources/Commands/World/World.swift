import Records
import Storage
import Text

/// Everything outside the program: the machine, the time and the user. Commands have no other
/// access to them. Values that take time to obtain are functions, called only when needed.
package struct World: Sendable {
  package var console: Console
  /// The terminal that a person types at; nil if there is none.
  package var terminal: @Sendable () -> Terminal?
  package var files: FileSystem
  /// The current time.
  package var now: @Sendable () -> Timestamp
  /// The current date in the local time zone.
  package var today: @Sendable () -> CalendarDate
  package var environment: [String: String]
  /// The absolute path of the current folder.
  package var currentFolder: String
  /// The absolute path of the folder for temporary files.
  package var temporaryFolder: @Sendable () -> String
  /// The name of the user who is logged in.
  package var userName: @Sendable () -> String
  /// The number of processor cores.
  package var cores: @Sendable () -> Int
  /// A number of which every value is equally likely.
  package var random: @Sendable () -> UInt64

  package init(
    console: Console, terminal: @escaping @Sendable () -> Terminal? = { nil }, files: FileSystem,
    now: @escaping @Sendable () -> Timestamp,
    today: @escaping @Sendable () -> CalendarDate, environment: [String: String],
    currentFolder: String, temporaryFolder: @escaping @Sendable () -> String,
    userName: @escaping @Sendable () -> String, cores: @escaping @Sendable () -> Int,
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) }
  ) {
    self.console = console
    self.terminal = terminal
    self.files = files
    self.now = now
    self.today = today
    self.environment = environment
    self.currentFolder = currentFolder
    self.temporaryFolder = temporaryFolder
    self.userName = userName
    self.cores = cores
    self.random = random
  }

  /// The environment variables that the program reads.
  enum Variable: String, CaseIterable {
    case store = "OUTCOMES_STORE"
    case user = "OUTCOMES_USER"
    case threads = "OUTCOMES_THREADS"
    case terminalType = "TERM"
    case noColor = "NO_COLOR"
    case everyLocale = "LC_ALL"
    case characterLocale = "LC_CTYPE"
    case language = "LANG"

    /// The use of its value, for the manual page.
    var meaning: String {
      switch self {
      case .store: "the program folder, if --store is not given"
      case .user:
        "the name recorded with each entry; default: the name of the user who is logged in"
      case .threads: "how many parts of a file are read at the same time; default: one per core"
      case .terminalType: "the kind of terminal; “dumb” or none: questions are asked line by line"
      case .noColor: "if set, questions are asked without color or bold type"
      case .everyLocale:
        "the locale; if it does not name UTF-8, a terminal shows ASCII characters in place of"
          + " quotation marks, dashes and bars"
      case .characterLocale: "the same, if LC_ALL is not set"
      case .language: "the same, if neither is set"
      }
    }
  }

  /// Returns the value of an environment variable; nil if it is not set, or is empty.
  func value(of variable: Variable) -> String? { Self.value(of: variable, in: environment) }

  private static func value(of variable: Variable, in environment: [String: String]) -> String? {
    environment[variable.rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// True if a terminal can show characters outside ASCII, as its locale tells.
  static func hasUnicode(in environment: [String: String]) -> Bool {
    let variables: [Variable] = [.everyLocale, .characterLocale, .language]
    let locale = variables.lazy.compactMap { value(of: $0, in: environment) }.first ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The name recorded with each entry: `OUTCOMES_USER`, or else the user who is logged in; without
  /// control characters, since a line ending would split a line of the store.
  var recordedBy: String {
    let name = value(of: .user) ?? userName()
    return String(
      String.UnicodeScalarView(name.unicodeScalars.filter { !VisibleText.isHidden($0) }))
  }

  /// The number of tasks to run at the same time: `OUTCOMES_THREADS`, or else one per core.
  var threads: Int { givenThreads ?? cores() }

  /// More tasks than any machine has cores for would only take time.
  private static let possibleThreads = 1...1024

  private var givenThreads: Int? {
    value(of: .threads).flatMap(Int.init).flatMap { Self.possibleThreads ~= $0 ? $0 : nil }
  }

  /// The problems with the values of environment variables.
  var problems: [Diagnostic] {
    guard let text = value(of: .threads), givenThreads == nil else { return [] }
    return [
      Diagnostic(
        "OUTCOMES_THREADS: “\(text)” is not a whole number from 1 to 1024",
        remedy: "set it to the number of parts of a file to read at the same time, or unset it")
    ]
  }

  /// Returns the absolute form of a typed path.
  func absolutePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }

  /// Returns the absolute form of a typed path to a file that exists, without `.` and `..`. They
  /// stay where the path without them leads elsewhere, because of a symbolic link.
  func shortestPath(_ path: String) -> String {
    let absolute = absolutePath(path)
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let short = "/" + parts.joined(separator: "/")
    let places = [short, absolute].map { (try? files.status($0))?.identity }
    return places[0] != nil && places[0] == places[1] ? short : absolute
  }
}
