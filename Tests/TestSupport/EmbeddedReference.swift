public import ReferenceBundle

/// The reference built into the program, for the tests of every room.
public enum EmbeddedReference {
  public static func bundle() throws(ReferenceError) -> ReferenceBundle { try .embedded() }
}
