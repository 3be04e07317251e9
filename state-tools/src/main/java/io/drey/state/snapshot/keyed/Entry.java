package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;

/**
 * One entry of keyed state as bytes: a value, a list, an entry of a map, or a timer. Whoever reads
 * entries fills the same one again and again, and its readers look into a buffer that moves on.
 */
public final class Entry {
  private final ByteReader key = ByteReader.views();
  private final ByteReader namespace = ByteReader.views();
  private final ByteReader mapKey = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private KeyedState state;
  private int keyGroup;
  private boolean isSplit;

  Entry(KeyedState first) {
    state = first;
  }

  void start(KeyedState ofState, int inKeyGroup) {
    state = ofState;
    keyGroup = inKeyGroup;
    isSplit = true;
  }

  void keepWhole() {
    isSplit = false;
  }

  public KeyedState state() {
    return state;
  }

  public int keyGroup() {
    return keyGroup;
  }

  /** Whether key, namespace and map key are apart; else all of them are the key's bytes. */
  public boolean isSplit() {
    return isSplit;
  }

  public ByteReader key() {
    return key;
  }

  public ByteReader namespace() {
    return namespace;
  }

  /** Empty where the state is no map. */
  public ByteReader mapKey() {
    return mapKey;
  }

  /**
   * The value, as its state's type says; the elements of a list, with a byte between them or behind
   * their count; of a map's entry a flag, whether it is null, and then the value; the instant of a
   * timer.
   */
  public ByteReader value() {
    return value;
  }

  /** How long all of it is. */
  public long bytes() {
    return key.remaining() + namespace.remaining() + mapKey.remaining() + value.remaining();
  }
}
