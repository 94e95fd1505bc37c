import Arguments
import Documents
import Interchange
import Text

/// A format chosen by `--format`, or by the extension of the file that `-o` names.
protocol FileFormat: RawRepresentable<String>, CaseIterable {
  /// The usual extension of a file in that format, in lower case without the dot.
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
  /// Reads the format from the flag, or else from the extension of the file that `-o` names; nil if
  /// neither gives one.
  func format<Format: FileFormat>(_ option: OptionDefinition) -> Reading<Format?> {
    if let named: Format = choice(option) { return .success(named) }
    guard let path = arguments.value(of: .output), let ending = Self.fileEnding(of: path) else {
      return .success(nil)
    }
    let format = Format.allCases.first { $0.fileEnding == ending }
    return Reading.of(
      format, else: "the extension of “\(path)” is not a format that this command can write",
      remedy:
        "use the extension \(Format.allCases.map { "." + $0.fileEnding }.sorted().listed("or")),"
        + " or choose the format with --format"
    ).map(Optional.some)
  }

  /// Returns the extension of a path's last component, in lower case without the dot; nil if there
  /// is none.
  private static func fileEnding(of path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending.isEmpty ? nil : ending
  }
}
