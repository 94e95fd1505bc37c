import Text

extension CohortColumns {
  /// The answers of an assessment, as codes.
  /// - Parameter codes: receives one code an item in the order of the form, nil for a missing one;
  ///   nothing for a total that was entered, and where the table was read without its answers.
  package func answerCodes(
    instrument: Int, timepoint: Int, participant: Int, into codes: inout [Int?]
  ) {
    codes.removeAll(keepingCapacity: true)
    let text = answers(instrument: instrument, timepoint: timepoint, participant: participant)
    guard !text.isEmpty else { return }
    var reader = AnswerReader(range: 0..<text.count)
    while let code = reader.next(text.span.bytes) {
      codes.append(code == AnswerReader.missing ? nil : code)
    }
  }
}
