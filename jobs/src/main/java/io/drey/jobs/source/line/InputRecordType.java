// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The Flink type of {@link InputRecord}. */
public final class InputRecordType extends TypeInformation<InputRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public TypeSerializer<InputRecord> createSerializer(SerializerConfig config) {
    return new InputRecordSerializer();
  }

  @Override
  public Class<InputRecord> getTypeClass() {
    return InputRecord.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof InputRecordType;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputRecordType;
  }

  @Override
  public int hashCode() {
    return InputRecordType.class.hashCode();
  }

  @Override
  public String toString() {
    return "InputRecord";
  }
}
