import Instruments

extension SeededGenerator {
  /// Answers to the items of an instrument, about one in six of them missing; nil where only a
  /// total is entered, which is also the case for about one in four of the other forms.
  package mutating func answers(to instrument: Instrument) -> [Int?]? {
    if instrument.isEnteredAsTotal || oneIn(4) { return nil }
    return instrument.items.map { item in
      oneIn(6) ? nil : item.answers.codes.randomElement(using: &self)
    }
  }
}
