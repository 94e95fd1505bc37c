import Instruments
import XCTest

@testable import Commands

final class FilledFormsTests: XCTestCase {
  func testEveryScoreHasFormsThatTheScoringEngineScoresSo() throws {
    var generator = SeededGenerator(seed: 1)
    for measure in InventedMeasure.all {
      let forms = FilledForms(of: measure)
      for score in measure.range {
        for _ in 0..<20 {
          let form = forms.complete(
            scoring: score, atBaseline: generator.chance(0.5), using: &generator)
          XCTAssertEqual(form.instrument, measure.instrument.id)
          XCTAssertEqual(form.score, Double(score))
          XCTAssertEqual(measure.instrument.score(answers: form.answers).value, Double(score))
          XCTAssertEqual(measure.instrument.validate(answers: form.answers), [])
        }
      }
    }
  }

  /// A PHQ-2 of 2 is 0 2, 1 1 or 2 0, and nothing else.
  func testAllWaysToReachAScoreCome() {
    var generator = SeededGenerator(seed: 2)
    let forms = FilledForms(of: InventedMeasure.all[1])
    let seen = (0..<1000).map { _ in
      forms.complete(scoring: 2, atBaseline: true, using: &generator).answers
    }
    XCTAssertEqual(Set(seen), [[0, 2], [1, 1], [2, 0]])
  }

  func testUnhealthyDaysMayAddUpToMoreThanThirty() {
    var generator = SeededGenerator(seed: 3)
    let forms = FilledForms(of: InventedMeasure.all[3])
    let sums = (0..<200).map { _ in
      forms.complete(scoring: 30, atBaseline: true, using: &generator).answers
        .compactMap(\.self).reduce(0, +)
    }
    XCTAssertTrue(sums.contains(30))
    XCTAssertTrue(sums.contains { $0 > 40 })
  }

  func testAFormWithoutOneAnswerHasNoScore() {
    var generator = SeededGenerator(seed: 4)
    for measure in InventedMeasure.all {
      let forms = FilledForms(of: measure)
      let complete = forms.complete(
        scoring: measure.range.upperBound, atBaseline: true, using: &generator)
      let form = forms.withoutOneAnswer(complete, using: &generator)
      XCTAssertEqual(form.answers.count { $0 == nil }, 1)
      XCTAssertEqual(differences(form, complete), 1)
      XCTAssertNil(form.score)
    }
  }

  func testASlipChangesOneAnswerToAnotherAllowedOne() {
    var generator = SeededGenerator(seed: 5)
    for measure in InventedMeasure.all {
      let forms = FilledForms(of: measure)
      for score in measure.range {
        let complete = forms.complete(scoring: score, atBaseline: true, using: &generator)
        let form = forms.withSlip(complete, using: &generator)
        XCTAssertEqual(differences(form, complete), 1)
        XCTAssertEqual(measure.instrument.validate(answers: form.answers), [])
        XCTAssertEqual(form.score, measure.instrument.score(answers: form.answers).value)
      }
    }
  }

  private func differences(_ left: FilledForm, _ right: FilledForm) -> Int {
    zip(left.answers, right.answers).count { $0 != $1 }
  }
}
