import Text

/// What must hold for any JSON document.
enum DocumentFuzzing {
  /// The document of an input; nil where it is none, which the message must say with its file.
  static func document(_ input: [UInt8], file: String) -> JSONValue? {
    do throws(Problems) {
      let value = try JSONDocument.parse(input, file: file)
      checkWrittenAgain(value, file: file)
      return value
    } catch {
      for problem in error.diagnostics {
        problem.checkText()
        expect(problem.location?.file == file, "no file: \(problem.text)")
      }
      return nil
    }
  }

  /// What was read and is written, on one line or on several, reads the same.
  private static func checkWrittenAgain(_ value: JSONValue, file: String) {
    for text in [JSONWriter.compact(value), JSONWriter.pretty(value)] {
      let again = try? JSONDocument.parse(Array(text.utf8), file: file)
      expect(again == value, "written again: \(String(describing: again)), before: \(value)")
    }
  }
}
