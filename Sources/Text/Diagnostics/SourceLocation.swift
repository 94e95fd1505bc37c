/// A place in a file: a line and a column in a file of lines, a key path in a JSON document.
package struct SourceLocation: Sendable, Equatable, CustomStringConvertible {
  /// The file's name as the user knows it.
  package var file: String
  /// Line, counted from 1.
  package var line: Int?
  /// Column in bytes, counted from 1.
  package var column: Int?
  /// Key path in a JSON document, such as `timepoints[1].day`.
  package var keyPath: String?

  package init(file: String, line: Int? = nil, column: Int? = nil, keyPath: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.keyPath = keyPath
  }

  /// `file:line:column`, or `file: key.path`.
  package var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
    let prefix = place.joined(separator: ":")
    guard let keyPath, !keyPath.isEmpty else { return prefix }
    return "\(prefix): \(keyPath)"
  }
}
