/// The instruments that every program can use without a file of its own.
package enum BuiltInInstruments {
  /// All built-in instruments, in the order of lists.
  package static let all: [Instrument] = [
    ucla3, uls8, ucla20, deJongGierveld6, deJongGierveld11, phq2, phq8, phq9, gad2, gad7,
    healthyDays, hrqol4, who5, swemwbs, k6, k10, promisMentalHealth, promisPhysicalHealth,
    onsLifeSatisfaction,
  ]

  /// The instrument with this id, if there is one.
  package static func instrument(_ id: InstrumentID) -> Instrument? {
    all.first { $0.id == id }
  }

  /// Items whose wording may not be shipped, one for each topic. Items whose numbers, counted from
  /// 1, are in `reversed` are reverse-scored.
  static func items(
    topics: [String], answers: AnswerScale, reversed: Set<Int> = []
  ) -> [Item] {
    topics.enumerated().map { index, topic in
      Item(topic: topic, answers: answers, recode: reversed.contains(index + 1) ? .reversed : .none)
    }
  }

  /// Items whose wording may be reproduced freely, each with a LOINC code unless `loinc` is empty.
  static func items(texts: [String], answers: AnswerScale, loinc: [String] = []) -> [Item] {
    texts.enumerated().map { index, text in
      let code = loinc.indices.contains(index) ? loinc[index] : nil
      return Item(text: text, answers: answers, loinc: code)
    }
  }
}
