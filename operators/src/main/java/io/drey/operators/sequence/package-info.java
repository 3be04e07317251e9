/** Numbers the events of each key, or of the whole stream, in the order in which they arrive. */
@NullMarked
package io.drey.operators.sequence;

import org.jspecify.annotations.NullMarked;
