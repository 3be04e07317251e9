// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values of Avro schemas, as Flink's Avro serializer writes them. */
@NullMarked
package io.drey.state.snapshot.type.avro;

import org.jspecify.annotations.NullMarked;
