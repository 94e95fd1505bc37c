import Text

extension Diagnostic {
  /// A problem of a line lies inside the lines, and shows nothing that a terminal would obey.
  func checkPlace(in lines: FuzzedLines, file: String) {
    checkText()
    guard let location, let line = location.line, let column = location.column else {
      refute("no place: \(text)")
    }
    expect(location.file == file, "another file: \(text)")
    expect(lines.lines.indices.contains(line - 1), "another line: \(text)")
    expect((1...lines.lines[line - 1].count + 1).contains(column), "another column: \(text)")
  }

  /// A problem of a document is at a key that is there or is missing from an object that is there,
  /// and shows nothing that a terminal would obey.
  func checkPlace(in document: JSONValue, file: String) {
    checkText()
    guard let location, location.file == file else { refute("no place: \(text)") }
    guard let path = location.keyPath else { return }
    let paths = document.keyPaths
    let parent = path.lastIndex { $0 == "." || $0 == "[" }.map { String(path[..<$0]) } ?? ""
    expect(paths.contains(path) || paths.contains(parent), "no such key: \(text)")
  }

  /// Nothing that a terminal obeys but the line ends between place, excerpt and remedy.
  func checkText() {
    expect(
      !text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) },
      "a hidden character: \(text)")
  }
}

extension JSONValue {
  /// The paths of the value and of everything in it, as messages write them.
  fileprivate var keyPaths: Set<String> {
    var paths: Set<String> = []
    collect(into: &paths, at: "")
    return paths
  }

  private func collect(into paths: inout Set<String>, at path: String) {
    paths.insert(path)
    switch self {
    case .object(let members):
      for member in members {
        member.value.collect(into: &paths, at: path.isEmpty ? member.key : "\(path).\(member.key)")
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        element.collect(into: &paths, at: "\(path)[\(index)]")
      }
    default: break
    }
  }
}
