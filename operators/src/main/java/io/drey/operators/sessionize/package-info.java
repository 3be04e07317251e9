/** Sessions: the events of a key that belong together, as one result. */
@NullMarked
package io.drey.operators.sessionize;

import org.jspecify.annotations.NullMarked;
