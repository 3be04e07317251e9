/** Values of Flink SQL: binary rows, arrays and maps. */
@NullMarked
package io.drey.state.snapshot.type.sql;

import org.jspecify.annotations.NullMarked;
