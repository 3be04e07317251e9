// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.Varint;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.HeldClasses;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values written by Kryo: the number or the name of an object's class, followed by what that
 * class's serializer writes.
 *
 * @param className the declared class; objects may be of a subclass
 * @param registered the classes that the job registered, in the order of their numbers
 * @param settings what the job registered, of each kind in order: the class, and a digest of how
 * @param versions the versions that may have written it; none if the job replaced Kryo's own
 *     serializers
 * @param ofJob reads it with Kryo itself and the job's classes; null without these
 */
public record KryoType(
    String className,
    List<String> registered,
    List<List<String>> settings,
    List<KryoVersion> versions,
    @Nullable ValueType ofJob)
    implements AnyObject {
  @Override
  public String text() {
    return "Kryo<" + className + ">";
  }

  /** Skips the number or the name of an object's class, and the mark of a new object. */
  @Override
  public void skipClass(ByteReader in) {
    int number = Varint.read(in);
    if (number == KryoInput.NAMED) {
      // class names are numbered, and this is the first one
      if (in.readByte() != 0) {
        throw in.malformed("an object does not begin with its class");
      }
      KryoInput.readClassName(in);
    }
    if (number > KryoInput.LAST_NUMBER_OF_PRIMITIVES && in.readByte() != KryoInput.NEW) {
      throw in.malformed("an object is not marked as a new one");
    }
  }

  /**
   * Whether a value begins with a class by name, or with a number that Flink or the job registered.
   */
  @Override
  public boolean isClassKnown(ByteReader in) {
    int number = Varint.read(in);
    return number == KryoInput.NAMED
        || (number >= KryoInput.FIRST_NUMBER_OF_FLINK
            && number < KryoInput.FIRST_NUMBER_OF_THE_JOB + registered.size());
  }

  /** Returns the class of a number as written before objects. */
  String className(int number) {
    int ofKryo = number - KryoInput.FIRST_NUMBER;
    int ofFlink = number - KryoInput.FIRST_NUMBER_OF_FLINK;
    int ofJob = number - KryoInput.FIRST_NUMBER_OF_THE_JOB;
    if (ofKryo >= 0 && ofKryo < KryoClasses.OF_KRYO.size()) {
      return KryoClasses.OF_KRYO.get(ofKryo);
    }
    if (ofFlink >= 0 && ofFlink < KryoClasses.OF_FLINK.size()) {
      return KryoClasses.OF_FLINK.get(ofFlink);
    }
    if (ofJob >= 0 && ofJob < registered.size()) {
      return registered.get(ofJob);
    }
    throw undecodable();
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public boolean hasJobClasses() {
    return ofJob != null;
  }

  @Override
  public boolean takesOnlyItsOwn() {
    return true;
  }

  /** Also if the other has registered more; Flink keeps the numbers of what was there before. */
  @Override
  public boolean hasSettingsOf(ValueType other) {
    if (!(other instanceof KryoType kryo)) {
      return false;
    }
    for (int kind = 0; kind < settings.size(); kind++) {
      if (!Set.copyOf(kryo.settings.get(kind)).containsAll(settings.get(kind))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void skip(ByteReader in) {
    write(in, new JsonWriter());
  }

  /**
   * Writes a value; if Kryo's version is not known, both must agree, or only one be able to read
   * it.
   */
  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    Decoded certain = null;
    for (KryoVersion version : versions) {
      Decoded decoded = decoded(version, in);
      in.position((int) (in.position() + from - in.offset()));
      if (certain != null && decoded != null && !decoded.isLike(certain)) {
        throw undecodable();
      }
      certain = decoded == null ? certain : decoded;
    }
    if (certain == null) {
      writeByJob(in, out);
    } else {
      in.skip(certain.length());
      out.raw(certain.json(), 0, certain.json().length);
    }
    writeOriginal(in, from, out);
  }

  @Override
  public void look(ByteReader in, HeldClasses held) {
    if (versions.size() != 1) {
      throw undecodable();
    }
    new KryoObjects(this, versions.get(0), in, new JsonWriter(), held).readClassAndObject();
  }

  private void writeByJob(ByteReader in, ValueSink out) {
    long from = in.offset();
    try {
      if (ofJob != null) {
        ofJob.write(in, out);
        return;
      }
    } catch (UndecodableException e) {
      in.position((int) (in.position() + from - in.offset()));
    }
    throw undecodable();
  }

  /** The exception for a value that is not decoded. */
  UndecodableException undecodable() {
    return UndecodableException.ofType(this, className);
  }

  private @Nullable Decoded decoded(KryoVersion version, ByteReader in) {
    long from = in.offset();
    JsonWriter json = new JsonWriter();
    try {
      new KryoObjects(this, version, in, json, new HeldClasses()).readClassAndObject();
      return new Decoded(in.offset() - from, json.bytes());
    } catch (UndecodableException | SavepointException e) {
      return null;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by its own method
  private record Decoded(long length, byte[] json) {
    boolean isLike(Decoded other) {
      return length == other.length && Arrays.equals(json, other.json);
    }
  }
}
