/// The names of columns for the values of attributes, beside the other columns of a table.
package struct AttributeColumns: Sendable {
  /// The names of the columns, in order.
  package let names: [String]

  /// - Parameters:
  ///   - attributes: the attributes of the program.
  ///   - taken: the other columns of the table. A name that is taken gets the prefix `attribute_`.
  package init(_ attributes: [String], besides taken: [String]) {
    var taken = Set(taken)
    names = attributes.map { wanted in
      var name = wanted
      while !taken.insert(name).inserted { name = "attribute_" + name }
      return name
    }
  }

  /// The columns of a table of lines: for each attribute `NAME`, the value with the line, then for
  /// each `NAME_before`, the value before it.
  package static func withValuesBefore(
    _ attributes: [String], besides taken: [String]
  ) -> AttributeColumns {
    AttributeColumns(attributes + attributes.map { "\($0)_before" }, besides: taken)
  }
}
