import Arguments
import Documents
import Interchange
import Text

/// A format that `--format` names, or else the ending of the file that `-o` names.
protocol FileFormat: RawRepresentable<String>, CaseIterable {
  /// The usual ending of a file of that format, in lower case without its dot.
  var fileEnding: String { get }
}

extension ReportFormat: FileFormat {
  var fileEnding: String {
    switch self {
    case .table: "txt"
    case .csv: "csv"
    case .json: "json"
    case .markdown: "md"
    }
  }
}

extension ExportFormat: FileFormat {
  var fileEnding: String { rawValue }
}

extension ValueReader {
  /// The format that the flag names, else the one that the ending of `-o` names; nil where neither
  /// is there.
  func format<Format: FileFormat>(_ option: OptionDefinition) -> Reading<Format?> {
    if let named: Format = choice(option) { return .success(named) }
    guard let path = arguments.value(of: .output), let ending = Self.fileEnding(of: path) else {
      return .success(nil)
    }
    let format = Format.allCases.first { $0.fileEnding == ending }
    return Reading.of(
      format, else: "the ending of “\(path)” does not name a form that this command can write",
      remedy:
        "end the name in \(Format.allCases.map { "." + $0.fileEnding }.sorted().listed("or")),"
        + " or name the form with --format"
    ).map(Optional.some)
  }

  /// The ending of a path's last part, in lower case without its dot; nil where there is none.
  private static func fileEnding(of path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending.isEmpty ? nil : ending
  }
}
