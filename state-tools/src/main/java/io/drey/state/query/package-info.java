/** The states of a savepoint as tables of Flink SQL, which reads them where they lie. */
@NullMarked
package io.drey.state.query;

import org.jspecify.annotations.NullMarked;
