import Instruments
import Text

/// What must hold for an instrument's file, whatever stands in it.
enum InstrumentFuzzing {
  private static let file = "instrument.json"

  static func check(_ input: [UInt8]) {
    guard let document = DocumentFuzzing.document(input, file: file) else { return }
    do throws(Problems) {
      let instrument = try Instrument(reading: document, file: file)
      checkWrittenAgain(instrument)
      checkScores(instrument)
    } catch {
      for problem in error.diagnostics { problem.checkPlace(in: document, file: file) }
    }
  }

  /// What was read and is written reads the same, and is written the same.
  private static func checkWrittenAgain(_ instrument: Instrument) {
    let text = JSONWriter.pretty(instrument.json)
    do throws(Problems) {
      let document = try JSONDocument.parse(Array(text.utf8), file: file)
      let again = try Instrument(reading: document, file: file)
      expect(again == instrument, "written again: \(again), before: \(instrument)")
      expect(JSONWriter.pretty(again.json) == text, "written differently: \(text)")
    } catch {
      refute("written again: \(error.diagnostics.map(\.text)) in \(text)")
    }
  }

  /// Whatever is answered, a score lies in the instrument's range and in a band, if it has any.
  private static func checkScores(_ instrument: Instrument) {
    if instrument.isEnteredAsTotal { return }
    let lowest: [Int?] = instrument.items.map(\.answers.codes.lowerBound)
    let highest: [Int?] = instrument.items.map(\.answers.codes.upperBound)
    let gaps = lowest.enumerated().map { $0.offset % 3 == 1 ? nil : $0.element }
    for answers in [lowest, highest, gaps, lowest.map { _ in nil }] {
      expect(instrument.validate(answers: answers).isEmpty, "allowed: \(answers)")
      for rule in [.completeOnly] + instrument.missingItemRules {
        guard let score = instrument.score(answers: answers, missingItems: rule).value else {
          continue
        }
        expect(instrument.range.contains(score), "\(score) lies outside \(instrument.range)")
        expect(
          instrument.bands.isEmpty || instrument.band(for: score) != nil, "\(score) has no band")
      }
    }
  }
}
