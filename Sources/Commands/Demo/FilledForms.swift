import Instruments

/// A filled-in questionnaire with its score.
struct FilledForm: Sendable, Equatable {
  let instrument: InstrumentID
  let answers: [Int?]
  /// The score; nil if an item is missing.
  let score: Double?

  init(_ instrument: Instrument, _ answers: [Int?]) {
    self.instrument = instrument.id
    self.answers = answers
    score = instrument.score(answers: answers).value
  }
}

/// All possible complete forms of a short questionnaire with whole-number scores.
struct FilledForms: Sendable {
  /// The complete forms with the same score.
  private struct SameScore {
    var forms: [FilledForm] = []
    /// For each form, the sum of the weights at baseline of this form and those before it.
    var baselineWeights: [Double] = []
    /// The same at a follow-up.
    var followUpWeights: [Double] = []

    mutating func append(_ form: FilledForm, _ pattern: AnswerPattern) {
      let weights = pattern.weights(of: form.answers)
      forms.append(form)
      baselineWeights.append((baselineWeights.last ?? 0) + weights.baseline)
      followUpWeights.append((followUpWeights.last ?? 0) + weights.followUp)
    }
  }

  private let instrument: Instrument
  private let lowestScore: Int
  /// The forms of each score, beginning with the lowest.
  private let formsByScore: [SameScore]

  init(of measure: InventedMeasure) {
    instrument = measure.instrument
    lowestScore = measure.range.lowerBound
    let answers = instrument.items.reduce([[Int?]()]) { answers, item in
      answers.flatMap { earlier in item.answers.codes.map { earlier + [$0] } }
    }
    var forms = [SameScore](repeating: SameScore(), count: measure.range.count)
    for form in answers.map({ FilledForm(measure.instrument, $0) }) {
      if let score = form.score {
        forms[Int(score) - lowestScore].append(form, measure.answerPattern)
      }
    }
    formsByScore = forms
  }

  /// Returns one of the complete forms with this score, with the probabilities of the measure's
  /// pattern.
  func complete(
    scoring score: Int, atBaseline isBaseline: Bool, using generator: inout SeededGenerator
  ) -> FilledForm {
    let same = formsByScore[score - lowestScore]
    return same.forms[
      generator.position(
        inRunningWeights: isBaseline ? same.baselineWeights : same.followUpWeights)]
  }

  /// Returns the same form without an answer to one item.
  func withoutOneAnswer(
    _ form: FilledForm, using generator: inout SeededGenerator
  ) -> FilledForm {
    var answers = form.answers
    answers[generator.number(below: answers.count)] = nil
    return FilledForm(instrument, answers)
  }

  /// Returns the same form with one wrong answer.
  func withSlip(_ form: FilledForm, using generator: inout SeededGenerator) -> FilledForm {
    var answers = form.answers
    let item = generator.number(below: answers.count)
    let others = instrument.items[item].answers.codes.filter { $0 != answers[item] }
    answers[item] = generator.choice(of: others)
    return FilledForm(instrument, answers)
  }
}
