import Arguments

/// The answer to a shell that completes a word: what can be typed there. Where that cannot be told,
/// as in a folder without a program, the answer is empty: someone who is typing is shown no errors.
struct CompletionAnswer {
  /// What the shell itself is to offer besides the candidates.
  enum Files: String {
    case none = "values"
    case files
    case folders
  }

  let candidates: [CompletionCandidate]
  private let files: Files
  private let attached: String

  /// - Parameter commands: all commands, without `help`.
  init(_ request: CompletionRequest, commands: [CommandDefinition], _ world: World) {
    let flags = request.flags.map { CompletionCandidate($0.flag, note: $0.help) }
    let (all, files): ([CompletionCandidate], Files) =
      switch request.expected {
      case .command: (Self.names(of: commands), .none)
      case .flag: (flags, .none)
      case .value(.file, allowed: []): ([], .files)
      case .value(.directory, allowed: []): ([], .folders)
      case .value(.commandName, allowed: []): (Self.names(of: commands), .none)
      case .value(let hint, allowed: []):
        (
          KnownValues(request.arguments, world).candidates(for: hint, typed: request.typed),
          hint == .instrumentOrFile ? .files : .none
        )
      case .value(_, let allowed): (allowed.map { CompletionCandidate($0) }, .none)
      }
    let remaining = all.filter { !request.taken.contains($0.text) }
    // Where nothing else can be typed, a flag can.
    let isFlagNext =
      remaining.isEmpty && files == .none && request.typed.isEmpty && request.canBeFlag
    candidates = (isFlagNext ? flags : remaining).beginning(with: request.typed)
    self.files = files
    attached = request.attached
  }

  /// The answer in the form that `CompletionScript` describes.
  var text: String {
    let lines = [files.rawValue] + candidates.compactMap { $0.line(after: attached) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func names(of commands: [CommandDefinition]) -> [CompletionCandidate] {
    (commands + [.help]).map { CompletionCandidate($0.name, note: $0.summary) }
  }
}
