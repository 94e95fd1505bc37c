import Records
import Storage
import Text

/// Everything outside the program: a command knows the machine, the time and the person only by
/// this. What takes the machine a while to tell is asked for only where it is needed.
package struct World: Sendable {
  package var console: Console
  package var files: FileSystem
  /// This moment.
  package var now: @Sendable () -> Timestamp
  /// The day that a calendar on the wall shows.
  package var today: @Sendable () -> CalendarDate
  package var environment: [String: String]
  /// Absolute path of the folder that the person stands in.
  package var currentFolder: String
  /// Absolute path of the folder for what nobody keeps.
  package var temporaryFolder: @Sendable () -> String
  /// The name of whoever is logged in.
  package var userName: @Sendable () -> String
  /// How many cores there are.
  package var cores: @Sendable () -> Int

  package init(
    console: Console, files: FileSystem, now: @escaping @Sendable () -> Timestamp,
    today: @escaping @Sendable () -> CalendarDate, environment: [String: String],
    currentFolder: String, temporaryFolder: @escaping @Sendable () -> String,
    userName: @escaping @Sendable () -> String, cores: @escaping @Sendable () -> Int
  ) {
    self.console = console
    self.files = files
    self.now = now
    self.today = today
    self.environment = environment
    self.currentFolder = currentFolder
    self.temporaryFolder = temporaryFolder
    self.userName = userName
    self.cores = cores
  }

  /// The environment variables that the program knows.
  enum Variable: String, CaseIterable {
    case store = "OUTCOMES_STORE"
    case user = "OUTCOMES_USER"
    case threads = "OUTCOMES_THREADS"

    /// What its value is used for, for the manual page.
    var meaning: String {
      switch self {
      case .store: "the program folder, where --store is not given"
      case .user: "the name recorded with each entry; else the name of the user who is logged in"
      case .threads: "how many parts of a file are read at the same time; else one for each core"
      }
    }
  }

  /// The value of an environment variable; nil where it is not set, or set to nothing.
  func value(of variable: Variable) -> String? {
    environment[variable.rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Who is written down as having entered something: `OUTCOMES_USER`, else the user who is logged
  /// in; without control characters, since a line end would break a line of the store in two.
  var recordedBy: String {
    let name = value(of: .user) ?? userName()
    return String(
      String.UnicodeScalarView(name.unicodeScalars.filter { !VisibleText.isHidden($0) }))
  }

  /// How many things are done at the same time: `OUTCOMES_THREADS`, else one a core.
  var threads: Int {
    value(of: .threads).flatMap(Int.init).map { max($0, 1) } ?? cores()
  }

  /// The absolute form of a path that was typed.
  func absolutePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }
}
