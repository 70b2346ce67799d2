public import Flow

/// A normalised variant with the call of the sample that carries it.
public struct CarriedVariant: Sendable, Hashable {
  public var variant: NormalisedVariant
  public var call: SampleCall

  public init(variant: NormalisedVariant, call: SampleCall) {
    self.variant = variant
    self.call = call
  }
}
