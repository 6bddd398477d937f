-- An intensity may be limited to several facilities: ironmaking and sintering per tonne of hot metal.
update inventory.intensity
   set definition = (definition - 'facility')
                    || jsonb_build_object('facilities',
                         case when definition ->> 'facility' is null then '[]'::jsonb
                              else jsonb_build_array(definition -> 'facility') end)
 where not definition ? 'facilities';
