import Instruments
import Records
import Text

/// What must hold for `program.json`, whatever stands in it.
enum ProgramFuzzing {
  private static let file = "program.json"

  static func check(_ input: [UInt8]) {
    guard let document = DocumentFuzzing.document(input, file: file) else { return }
    do throws(Problems) {
      let settings = try ProgramSettings(reading: document, file: file)
      checkWrittenAgain(settings)
      _ = try Program(settings: settings, available: BuiltInInstruments.all, file: file)
    } catch {
      for problem in error.diagnostics { problem.checkPlace(in: document, file: file) }
    }
  }

  /// What was read and is written reads the same, and is written the same.
  private static func checkWrittenAgain(_ settings: ProgramSettings) {
    let text = JSONWriter.pretty(settings.json)
    do throws(Problems) {
      let document = try JSONDocument.parse(Array(text.utf8), file: file)
      let again = try ProgramSettings(reading: document, file: file)
      expect(again == settings, "written again: \(again), before: \(settings)")
      expect(JSONWriter.pretty(again.json) == text, "written differently: \(text)")
    } catch {
      refute("written again: \(error.diagnostics.map(\.text)) in \(text)")
    }
  }
}
